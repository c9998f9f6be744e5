@NullMarked
package mo.farol.store;

import org.jspecify.annotations.NullMarked;
