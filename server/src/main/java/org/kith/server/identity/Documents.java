package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.identity.Document.StoredPage;
import org.kith.server.identity.storage.FilesAway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The papers people sent.
@Repository
public class Documents {
    private static final String COLUMNS = """
        select document.*, page.number, page.file, page.width, page.height, page.bytes, page.hints
        from document join document_page page on page.document = document.id
        """;

    private final JdbcClient jdbc;
    private final SealedFiles files;

    Documents(JdbcClient jdbc, SealedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /// In the order they were sent.
    public List<Document> of(ApplicationId application) {
        var sql = COLUMNS + """
            where document.application = :application order by document.added_at, document.id, page.number
            """;
        return read(jdbc.sql(sql).param("application", application.value()));
    }

    /// How many papers of each kind lie in an application, by the catalogue's ids.
    public Map<String, Integer> kinds(ApplicationId application) {
        var kinds = new TreeMap<String, Integer>();
        jdbc.sql("select evidence, count(*) as papers from document where application = :application group by evidence")
                .param("application", application.value())
                .query((ResultSet row) -> {
                    kinds.put(row.getString("evidence"), row.getInt("papers"));
                });
        return kinds;
    }

    /// Of which kinds papers came after that, and when the last of each did.
    public Map<String, Instant> addedSince(ApplicationId application, Instant since) {
        var added = new TreeMap<String, Instant>();
        var sql = """
            select evidence, max(added_at) as added_at from document
            where application = :application and added_at > :since group by evidence
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    added.put(
                            row.getString("evidence"),
                            row.getTimestamp("added_at").toInstant());
                });
        return added;
    }

    /// The newest of each kind, so many at most: a case may have a thousand papers.
    public List<Document> newest(ApplicationId application, int most) {
        var sql = """
            select document.*, page.number, page.file, page.width, page.height, page.bytes, page.hints
            from (select *, row_number() over (partition by evidence order by added_at desc, id) as place
                  from document where application = :application) document
            join document_page page on page.document = document.id
            where document.place <= :most
            order by document.evidence, document.place, page.number
            """;
        return read(jdbc.sql(sql).param("application", application.value()).param("most", most));
    }

    /// Of one kind, the newest first.
    public List<Document> ofKind(ApplicationId application, String evidence, int skip, int most) {
        var sql = """
            select document.*, page.number, page.file, page.width, page.height, page.bytes, page.hints
            from (select * from document where application = :application and evidence = :evidence
                  order by added_at desc, id offset :skip limit :most) document
            join document_page page on page.document = document.id
            order by document.added_at desc, document.id, page.number
            """;
        return read(jdbc.sql(sql)
                .param("application", application.value())
                .param("evidence", evidence)
                .param("skip", skip)
                .param("most", most));
    }

    public Optional<Document> find(DocumentId id) {
        var sql = COLUMNS + """
            where document.id = :id order by page.number
            """;
        return read(jdbc.sql(sql).param("id", id.value())).stream().findFirst();
    }

    /// A page as a JPEG; nothing if there is no such page, or its person has been erased.
    Optional<byte[]> page(Application owner, Document document, int number) {
        return document.pages().stream()
                .filter(page -> page.number() == number)
                .findFirst()
                .flatMap(page -> files.open(owner.person(), page.file()));
    }

    /// Seals pages into files, before any row names them and while no connection is held: the files may lie far away.
    List<StoredPage> store(Application application, List<Page> pages) {
        var stored = new ArrayList<StoredPage>();
        try {
            for (var page : pages) {
                var file = files.add(application.person(), page.jpeg());
                stored.add(new StoredPage(
                        stored.size() + 1, file, page.width(), page.height(), page.jpeg().length, page.hints()));
            }
            return stored;
        } catch (FilesAway e) {
            discard(stored);
            throw e;
        }
    }

    /// Lets go of pages that no row came to name.
    void discard(List<StoredPage> stored) {
        stored.forEach(page -> files.remove(page.file()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Document add(Application application, String evidence, List<StoredPage> pages, Instant now) {
        var id = DocumentId.random();
        var sql = """
            insert into document (id, application, evidence, added_at) values (:id, :application, :evidence, :now)
            """;
        jdbc.sql(sql)
                .param("id", id.value())
                .param("application", application.id().value())
                .param("evidence", evidence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        pages.forEach(page -> add(id, page));
        return find(id).orElseThrow();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Document document) {
        jdbc.sql("delete from document where id = :id")
                .param("id", document.id().value())
                .update();
        document.pages().forEach(page -> files.removeAfterCommit(page.file()));
    }

    private void add(DocumentId document, StoredPage page) {
        var sql = """
            insert into document_page (document, number, file, width, height, bytes, hints)
            values (:document, :number, :file, :width, :height, :bytes, :hints)
            """;
        jdbc.sql(sql)
                .param("document", document.value())
                .param("number", page.number())
                .param("file", page.file())
                .param("width", page.width())
                .param("height", page.height())
                .param("bytes", page.bytes())
                .param("hints", PictureHint.written(page.hints()))
                .update();
    }

    private static List<Document> read(JdbcClient.StatementSpec statement) {
        var documents = new LinkedHashMap<UUID, Document>();
        statement.query((ResultSet row) -> {
            documents.merge(row.getObject("id", UUID.class), row(row), Documents::joined);
        });
        return List.copyOf(documents.values());
    }

    private static Document row(ResultSet row) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("evidence"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                List.of(new StoredPage(
                        row.getInt("number"),
                        row.getObject("file", UUID.class),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("bytes"),
                        PictureHint.read(row.getString("hints")))));
    }

    private static Document joined(Document one, Document more) {
        var pages = new ArrayList<>(one.pages());
        pages.addAll(more.pages());
        return new Document(one.id(), one.application(), one.evidence(), one.addedAt(), pages);
    }
}
