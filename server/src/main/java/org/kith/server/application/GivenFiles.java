package org.kith.server.application;

import java.util.List;
import org.kith.pack.question.Value;

/// Which files lie beside an application. They are kept elsewhere; a question of documents is answered by them.
public interface GivenFiles {
    List<Value.Given> of(ApplicationId application);
}
