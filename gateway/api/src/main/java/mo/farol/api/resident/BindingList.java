package mo.farol.api.resident;

import java.util.List;
import mo.farol.api.eid.ShownBinding;

/** Every binding an e-ID ever had, newest first. */
public record BindingList(List<ShownBinding> bindings) {}
