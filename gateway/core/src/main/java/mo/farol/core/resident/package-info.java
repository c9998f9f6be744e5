/** What residents and operators look up: e-IDs, bindings, access records, events, notices. Nothing here decides anything. */
@NullMarked
package mo.farol.core.resident;

import org.jspecify.annotations.NullMarked;
