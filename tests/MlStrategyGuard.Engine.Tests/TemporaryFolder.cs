using System.Text;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>A folder for one test, gone when it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("mlguard ü ").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));
        return path;
    }

    /// <summary>A table whose numbers are drawn with a seed; a shift moves them.</summary>
    public string WriteTable(string name, int rows, int seed, double shift = 0)
    {
        var random = new Random(seed);
        var text = new StringBuilder("x,word\n");
        for (var i = 0; i < rows; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{random.NextDouble() + shift:R},{"abc"[random.Next(3)]}\n");
        return Write(name, text.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
