@NullMarked
package mo.farol.cluster;

import org.jspecify.annotations.NullMarked;
