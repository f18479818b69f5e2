package org.kith.reader;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.regex.Pattern;

/// The JDK's connection to the card service. It is made once for a process; a service that was restarted since is not
/// reached by it, nor ever again, unless the JDK is made to forget.
final class CardServiceContext {
    private static final Pattern LOST = Pattern.compile(
            "SCARD_(F_COMM_ERROR|E_NO_SERVICE|E_SERVICE_STOPPED|E_INVALID_HANDLE|E_SYSTEM_CANCELLED|W_RESET_CARD_SERVICE)");

    private CardServiceContext() {}

    static boolean isLost(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null && LOST.matcher(message).find()) return true;
        }
        return false;
    }

    /// Needs `--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED`, which our jar asks for itself.
    static synchronized void forget() {
        try {
            var terminals = Class.forName("sun.security.smartcardio.PCSCTerminals");
            open(terminals, "contextId").setLong(null, 0);
            if (open(terminals, "terminals").get(null) instanceof Map<?, ?> known) known.clear();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("a JDK that does not let go of its card service", e);
        }
    }

    private static Field open(Class<?> owner, String name) throws NoSuchFieldException {
        var field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
