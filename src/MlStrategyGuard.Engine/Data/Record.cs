namespace MlStrategyGuard.Engine.Data;

/// <summary>A row: fields in a buffer, without quotes around them or doubled ones in them.</summary>
/// <param name="bytes">The buffer.</param>
/// <param name="fields">Where the fields are in it.</param>
internal readonly ref struct Record(ReadOnlySpan<byte> bytes, ReadOnlySpan<FieldSpan> fields)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<FieldSpan> _fields = fields;

    /// <summary>Where the fields are.</summary>
    public ReadOnlySpan<FieldSpan> Fields => _fields;

    /// <summary>The row alone.</summary>
    public RowBlock AsBlock() => new(_bytes, _fields, _fields.Length);

    /// <summary>The content of a field as UTF-8.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        ref readonly var field = ref _fields[index];
        return _bytes.Slice(field.Start, field.Length);
    }

    /// <summary>Makes one quote of each two, in place: the content only gets shorter.</summary>
    public static void Unescape(byte[] bytes, Span<FieldSpan> fields)
    {
        foreach (ref var field in fields)
        {
            if (!field.Escaped)
                continue;
            var content = bytes.AsSpan(field.Start, field.Length);
            var length = 0;
            for (var i = 0; i < content.Length; i++)
            {
                content[length++] = content[i];
                if (content[i] == '"')
                    i++;
            }

            field = new FieldSpan(field.Start, length, field.Quoted, field.Escaped);
        }
    }
}
