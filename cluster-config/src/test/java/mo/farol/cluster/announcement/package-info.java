@NullMarked
package mo.farol.cluster.announcement;

import org.jspecify.annotations.NullMarked;
