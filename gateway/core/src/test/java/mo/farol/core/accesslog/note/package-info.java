@NullMarked
package mo.farol.core.accesslog.note;

import org.jspecify.annotations.NullMarked;
