/// The managers' and auditors' pages.
@NullMarked
package org.kith.server.admin.web;

import org.jspecify.annotations.NullMarked;
