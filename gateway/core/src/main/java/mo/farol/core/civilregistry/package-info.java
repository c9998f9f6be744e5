/** What the civil registry delivers in a file: residents with their cards, and who may act for which minor. */
@NullMarked
package mo.farol.core.civilregistry;

import org.jspecify.annotations.NullMarked;
