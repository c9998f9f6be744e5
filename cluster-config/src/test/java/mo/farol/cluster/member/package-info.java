@NullMarked
package mo.farol.cluster.member;

import org.jspecify.annotations.NullMarked;
