@NullMarked
package mo.farol.store.binding;

import org.jspecify.annotations.NullMarked;
