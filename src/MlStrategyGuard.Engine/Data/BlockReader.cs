namespace MlStrategyGuard.Engine.Data;

/// <summary>Reads the records of one block of text.</summary>
internal static class BlockReader
{
    /// <summary>Gives a block's rows to the splits that they belong to.</summary>
    /// <param name="block">The text, and <see cref="RecordScanner.Padding"/> bytes more.</param>
    /// <param name="length">The length of the text.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="fields">The number of fields that every record must have.</param>
    /// <param name="targets">The splits.</param>
    /// <returns>
    /// False if there is something that only reading the file in order can judge: a fault, or a quote where none should
    /// be. Some rows have been given away then.
    /// </returns>
    public static bool TryRead(
        byte[] block, int length, byte delimiter, int fields, ReadOnlySpan<(RowSink Sink, FileLayout Layout)> targets)
    {
        if (Utf8Check.IndexOfInvalid(block.AsSpan(0, length)) >= 0)
            return false;

        var scanner = new RecordScanner(delimiter);
        scanner.KeepFields(fields);
        while (scanner.Next < length)
        {
            var start = scanner.Next;
            if (scanner.Scan(block, length, final: true) != ScanStatus.Record || scanner.HasBareQuotes)
                return false;
            if (scanner.End == start)
                continue;
            if (scanner.Count != fields || scanner.End - start > DelimitedReader.RecordLimit)
                return false;
            if (scanner.HasEscapes)
                Record.Unescape(block, scanner.Fields);

            var record = new Record(block, scanner.Fields);
            foreach (var (sink, layout) in targets)
            {
                if (layout.Passes(record) && sink.Take(record, layout.Positions) >= 0)
                    return false;
            }
        }

        return true;
    }
}
