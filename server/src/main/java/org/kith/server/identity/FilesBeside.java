package org.kith.server.identity;

import java.util.List;
import org.kith.pack.question.Value;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.GivenFiles;
import org.springframework.stereotype.Component;

/// Tells the application which papers lie beside it.
@Component
class FilesBeside implements GivenFiles {
    private final Documents documents;

    FilesBeside(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Value.Given> of(ApplicationId application) {
        return documents.of(application).stream()
                .map(document -> new Value.Given(
                        document.evidence(), document.id().value().toString()))
                .toList();
    }
}
