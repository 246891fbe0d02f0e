using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Finds bytes that no UTF-8 text contains.</summary>
internal static class Utf8Check
{
    /// <summary>Where the first NUL or the first byte of an invalid sequence is; -1 if there is none.</summary>
    public static int IndexOfInvalid(ReadOnlySpan<byte> text)
    {
        var nul = text.IndexOf((byte)0);
        if (Utf8.IsValid(text))
            return nul;

        var index = 0;
        while (text[index] != 0 && Rune.DecodeFromUtf8(text[index..], out _, out var length) == OperationStatus.Done)
            index += length;
        return index;
    }

    /// <summary>
    /// How many bytes at the end begin a character that may go on in the next block: 0 to 3.
    /// </summary>
    public static int UnfinishedTail(ReadOnlySpan<byte> text)
    {
        for (var length = 1; length <= Math.Min(3, text.Length); length++)
        {
            var lead = text[^length];
            if ((lead & 0xC0) == 0x80)
                continue;
            var needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return needed > length ? length : 0;
        }
        return 0;
    }
}
