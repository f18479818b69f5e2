package org.kith.server;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// What runs by the clock runs in servers, not in commands that borrow their parts.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "kith.command", havingValue = "false", matchIfMissing = true)
@EnableScheduling
class Background {}
