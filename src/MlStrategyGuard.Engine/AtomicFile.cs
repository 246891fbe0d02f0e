namespace MlStrategyGuard.Engine;

/// <summary>Writes files that are whole or not there, whoever reads or writes at the same time.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes beside the place and moves; folders are made as needed. A link stays a link, and a file keeps its mode.
    /// </summary>
    /// <param name="path">Where to.</param>
    /// <param name="bytes">What.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
