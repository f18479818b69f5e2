package org.kith.server.centre;

import java.io.IOException;
import java.util.List;
import org.kith.pack.source.Fault;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the operator's file of centres over into the register when the server starts, and writes down what is new or
/// changed. A centre that has left the file stays as it is: people may be booked there.
@Component
@Order(0)
class CentreRegister implements ApplicationRunner {
    private final List<Centre> listed;
    private final Centres centres;
    private final Closures closures;
    private final Journal journal;
    private final TransactionTemplate transaction;

    CentreRegister(
            @Value("${kith.centres}") String file,
            @Value("${kith.production:false}") boolean production,
            ResourceLoader resources,
            Centres centres,
            Closures closures,
            Journal journal,
            TransactionTemplate transaction) {
        this.listed = file.isEmpty() ? unnamed(production) : listed(file, resources.getResource("file:" + file));
        this.centres = centres;
        this.closures = closures;
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var centre : listed) transaction.executeWithoutResult(_ -> take(centre));
    }

    /// The demonstration brings its own centres; a real programme's are the operator's.
    private static List<Centre> unnamed(boolean production) {
        return production ? List.of() : listed("demo/centres.yaml", new ClassPathResource("demo/centres.yaml"));
    }

    /// Read before the first page is served: a server with half its centres helps nobody.
    private static List<Centre> listed(String name, Resource file) {
        try {
            var read = CentreFile.read(name, file.getContentAsByteArray());
            if (!read.faults().isEmpty()) throw new CentresNotUsable(read.faults());

            return read.centres();
        } catch (IOException e) {
            throw new CentresNotUsable(List.of(new Fault(name, 1, "the file cannot be read", "look at KITH_CENTRES")));
        }
    }

    private void take(Centre centre) {
        var before = centres.find(centre.id());
        if (before.isPresent() && before.get().asListed().equals(centre)) return;

        centres.put(centre);
        closures.changed(centre.id());
        var deed = before.isEmpty() ? Deed.CENTRE_OPENED : centre.open() ? Deed.CENTRE_CHANGED : Deed.CENTRE_CLOSED;
        journal.record(
                deed, Actor.house(), new Case(CaseKind.CENTRE, centre.id().value()));
    }
}
