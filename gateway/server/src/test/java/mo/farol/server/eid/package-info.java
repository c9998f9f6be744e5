@NullMarked
package mo.farol.server.eid;

import org.jspecify.annotations.NullMarked;
