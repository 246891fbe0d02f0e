using System.Text;

namespace MlStrategyGuard.Engine;

/// <summary>A strategy file's bytes and text.</summary>
internal static class StrategyFile
{
    /// <summary>Reads the bytes.</summary>
    /// <exception cref="CheckException">It can't be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CheckException($"there is no strategy file '{path}'.");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new CheckException($"'{path}' is a folder; name the strategy file in it.");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CheckException($"the strategy file '{path}' can't be read: {trouble.Message}");
        }
    }

    /// <summary>UTF-8 unless a byte order mark says UTF-16; null if it is neither.</summary>
    /// <returns>The text without its byte order mark, and the encoding that writes both back.</returns>
    public static (string Text, Encoding Encoding)? Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            return (text, reader.CurrentEncoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
