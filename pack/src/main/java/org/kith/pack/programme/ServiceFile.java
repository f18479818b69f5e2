package org.kith.pack.programme;

import org.kith.pack.source.Block;
import org.kith.pack.text.NeededTexts;

/// Reads `services/*.yaml`, each one service named by its file.
public final class ServiceFile {
    private ServiceFile() {}

    public static Service read(String id, Block block, NeededTexts texts) {
        block.only("open-to");
        var service = new Service(id, block.oneOf("open-to", Service.Who.class).orElse(Service.Who.HOLDERS));
        texts.need(service.titleKey(), block.place());
        texts.need(service.summaryKey(), block.place());
        return service;
    }
}
