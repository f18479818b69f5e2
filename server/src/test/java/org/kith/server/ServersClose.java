package org.kith.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Closes every server when the last test is over. Left to the exit of the JVM, they and their PostgreSQL stop side by
/// side, and a server that asks the stopped database which events are still open waits half a minute for a connection.
class ServersClose implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext test) {
        var server = (ConfigurableApplicationContext) SpringExtension.getApplicationContext(test);
        test.getRoot()
                .getStore(Namespace.create(ServersClose.class))
                .computeIfAbsent(Servers.class, _ -> new Servers(ConcurrentHashMap.newKeySet()), Servers.class)
                .started()
                .add(server);
    }

    private record Servers(Set<ConfigurableApplicationContext> started) implements AutoCloseable {
        @Override
        public void close() {
            started.forEach(ConfigurableApplicationContext::close);
        }
    }
}
