// Decodes the bytes of a screen into nodes; the format is described in src/platform/mirror.hpp.
addToLibrary({
  $mirror_reader__deps: ['$guichet'],
  $mirror_reader: {
    MAGIC: 0x31524d47,

    // Allows only links within this page, whatever data from a file contain.
    within: (address) => address && !address.startsWith('#') ? '#' : address,

    // Nodes in reading order; `parent` is a node or null. Returns null if the bytes are not a screen.
    read: (bytes) => {
      guichet.decoder ||= new TextDecoder();
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let at = 8;
      const u32 = () => (at += 4, view.getUint32(at - 4, true));
      const i32 = () => (at += 4, view.getInt32(at - 4, true));
      const f32 = () => (at += 4, view.getFloat32(at - 4, true));
      const string = () => {
        const length = u32();
        if (!length) return '';
        at += length;
        return guichet.decoder.decode(bytes.subarray(at - length, at));
      };
      if (bytes.length < 8 || view.getUint32(0, true) !== mirror_reader.MAGIC) return null;
      const count = view.getUint32(4, true);
      const nodes = [];
      for (let i = 0; i < count; ++i) {
        const id = u32();
        const parent = u32();
        const words = u32();
        nodes.push({
          id,
          parent: parent < i ? nodes[parent] : null,
          role: words & 255,
          level: (words >> 8) & 255,
          sort: (words >> 16) & 255,
          strong: words >>> 24,
          state: u32(),
          keys: u32(),
          x: f32(), y: f32(), w: f32(), h: f32(),
          clip_x: f32(), clip_y: f32(), clip_w: f32(), clip_h: f32(),
          text_px: f32(), text_x: f32(), text_y: f32(),
          row: i32(), column: i32(), row_count: i32(), column_count: i32(),
          name: string(), value: string(), description: string(), href: mirror_reader.within(string()), hint: string(),
          controls: u32(), active: u32(),
          leaf: true, floats: false,
        });
        if (nodes[i].parent) nodes[i].parent.leaf = false;
      }
      return nodes;
    },
  },
});
