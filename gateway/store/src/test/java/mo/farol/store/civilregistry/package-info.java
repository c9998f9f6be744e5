@NullMarked
package mo.farol.store.civilregistry;

import org.jspecify.annotations.NullMarked;
