using System.Security;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Puts what the operating system answers about a file into plain words.</summary>
internal static class FileTrouble
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, EAGAIN of Linux and of macOS.
    private static readonly int[] InUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <summary>Opens a file for reading from its start to its end.</summary>
    /// <exception cref="DataFault">It is a folder, missing, in use, not permitted or not a path.</exception>
    public static Stream Open(string path)
    {
        if (Directory.Exists(path))
            throw new DataFault(path, "the path names a folder: name a file in it");

        try
        {
            // Blocks are read whole into the reader's own buffer: a second buffer would only copy.
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read,
                BufferSize = 0,
                Options = FileOptions.SequentialScan,
            });
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new DataFault(path, "this is not a valid path: correct it");
        }
        catch (Exception exception) when (Explain(path, exception) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>The fault that an exception of the file system stands for; null for any other exception.</summary>
    public static DataFault? Explain(string file, Exception exception)
    {
        var reason = exception switch
        {
            FileNotFoundException => "the file does not exist: check the path",
            DirectoryNotFoundException => "the file does not exist, nor does its folder: check the path",
            PathTooLongException => "the path is too long: move the file nearer to the root",
            UnauthorizedAccessException or SecurityException => "no permission to read the file: grant read access",
            IOException when InUse.Contains(exception.HResult) =>
                "the file is in use by another program: close it there and try again",
            IOException => "reading the file failed: check the disk or the network drive and try again",
            _ => null,
        };
        return reason is null ? null : new DataFault(file, reason);
    }
}
