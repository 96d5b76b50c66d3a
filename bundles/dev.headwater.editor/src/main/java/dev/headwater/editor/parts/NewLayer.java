package dev.headwater.editor.parts;

import org.eclipse.gef.requests.CreationFactory;

/**
 * What a palette entry makes.
 *
 * @param kind the layer's name in the catalog, or the block's in the network
 * @param block whether it is a block
 */
public record NewLayer(String kind, boolean block) implements CreationFactory {
    @Override
    public Object getNewObject() {
        return this;
    }

    @Override
    public Object getObjectType() {
        return NewLayer.class;
    }
}
