namespace MlStrategyGuard.Engine.Data;

/// <summary>Some rows of one text.</summary>
/// <param name="text">The text. What stands around the fields may be read, not used.</param>
/// <param name="spans">Where the fields are in it, row by row.</param>
/// <param name="width">The number of fields of each row.</param>
internal readonly ref struct RowBlock(ReadOnlySpan<byte> text, ReadOnlySpan<FieldSpan> spans, int width)
{
    /// <summary>The text. What stands around the fields may be read, not used.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Where the fields are in it, row by row.</summary>
    public ReadOnlySpan<FieldSpan> Spans { get; } = spans;

    /// <summary>The number of fields of each row.</summary>
    public int Width { get; } = width;

    /// <summary>The number of rows.</summary>
    public int Count => Spans.Length / Width;

    /// <summary>One of the rows.</summary>
    public Record this[int row] => new(Text, Spans.Slice(row * Width, Width));

    /// <summary>The content of a field as UTF-8.</summary>
    public ReadOnlySpan<byte> Field(int row, int position)
    {
        var span = Spans[(row * Width) + position];
        return Text.Slice(span.Start, span.Length);
    }

    /// <summary>Some of the rows.</summary>
    public RowBlock Slice(int row, int count) => new(Text, Spans.Slice(row * Width, count * Width), Width);
}
