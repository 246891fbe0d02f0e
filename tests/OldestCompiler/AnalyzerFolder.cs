using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.OldestCompiler;

/// <summary>Loads analyzers as a compiler does: what lies beside them from there, the compiler's own assemblies from the compiler.</summary>
internal sealed class AnalyzerFolder(string folder) : AssemblyLoadContext("analyzers"), IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
