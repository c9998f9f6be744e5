/** What the APIs of residents, operators and kiosks say alike of e-IDs and bindings. */
@NullMarked
package mo.farol.api.eid;

import org.jspecify.annotations.NullMarked;
