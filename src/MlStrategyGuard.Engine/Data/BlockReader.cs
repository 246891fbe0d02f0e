namespace MlStrategyGuard.Engine.Data;

/// <summary>Reads the records of one block of text after the other.</summary>
/// <param name="delimiter">The character between fields.</param>
/// <param name="width">The number of fields that every record must have.</param>
/// <param name="targets">The splits whose rows are in the text.</param>
internal sealed class BlockReader(byte delimiter, int width, (RowSink Sink, FileLayout Layout)[] targets)
{
    /// <summary>Rows are given away so many at a time: their text should stay in the processor's nearest memory.</summary>
    private const int FieldsAtATime = 1 << 13;

    private readonly FieldTable _table = new(width);
    private readonly FieldTable _chosen = new(width);

    /// <summary>The number of rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Gives a block's rows to the splits that they belong to.</summary>
    /// <param name="block">The text, and <see cref="RecordScanner.Padding"/> bytes more.</param>
    /// <param name="length">The length of the text.</param>
    /// <param name="most">The most rows to give away.</param>
    /// <param name="before">Rows that begin so many bytes behind the block's start aren't given away.</param>
    /// <returns>
    /// False if there is something that only reading the file in order can judge: a fault, or a quote where none should
    /// be. Some rows may have been given away then.
    /// </returns>
    public bool TryRead(byte[] block, int length, long most = long.MaxValue, int before = int.MaxValue)
    {
        if (Utf8Check.IndexOfInvalid(block.AsSpan(0, length)) >= 0)
            return false;
        if ((length > DelimitedReader.RecordLimit || !_table.TryFill(block, length, delimiter)) && !TryScan(block, length))
            return false;

        var rows = _table.In(block);
        if (rows.Count > most)
            rows = rows.Slice(0, (int)most);
        while (rows.Count > 0 && rows.Spans[(rows.Count - 1) * width].Start >= before)
            rows = rows.Slice(0, rows.Count - 1);
        Rows += rows.Count;
        var step = Math.Max(1, FieldsAtATime / width);
        for (var row = 0; row < rows.Count; row += step)
        {
            var some = rows.Slice(row, Math.Min(step, rows.Count - row));
            foreach (var (sink, layout) in targets)
            {
                var own = layout.Choose(some, _chosen);
                if (own.Count > 0 && sink.Take(own, layout.Positions) >= 0)
                    return false;
            }
        }

        return true;
    }

    /// <summary>The way for everything that a block may hold.</summary>
    private bool TryScan(byte[] block, int length)
    {
        _table.Clear();
        var scanner = new RecordScanner(delimiter);
        scanner.KeepFields(width);
        while (scanner.Next < length)
        {
            var start = scanner.Next;
            if (scanner.Scan(block, length, final: true) != ScanStatus.Record || scanner.HasBareQuotes)
                return false;
            if (scanner.End == start)
                continue;
            if (scanner.Count != width || scanner.End - start > DelimitedReader.RecordLimit)
                return false;
            if (scanner.HasEscapes)
                Record.Unescape(block, scanner.Fields);
            _table.Add(scanner.Fields);
        }

        return true;
    }
}
