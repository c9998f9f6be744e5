@NullMarked
package mo.farol.core.accesslog.tree;

import org.jspecify.annotations.NullMarked;
