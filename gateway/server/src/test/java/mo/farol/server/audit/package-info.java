@NullMarked
package mo.farol.server.audit;

import org.jspecify.annotations.NullMarked;
