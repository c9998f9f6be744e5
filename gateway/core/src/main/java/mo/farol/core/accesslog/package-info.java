@NullMarked
package mo.farol.core.accesslog;

import org.jspecify.annotations.NullMarked;
