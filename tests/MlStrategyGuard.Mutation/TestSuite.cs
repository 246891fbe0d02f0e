using System.Reflection;
using System.Runtime.Loader;

namespace MlStrategyGuard.Mutation;

/// <summary>The tests of an xUnit assembly, run in this process against another copy of what they test.</summary>
internal sealed class TestSuite
{
    private TestSuite(IReadOnlyList<TestCase> cases, Type mutantSwitch)
    {
        Cases = cases;
        Switch = mutantSwitch;
    }

    public IReadOnlyList<TestCase> Cases { get; }

    /// <summary>The mutated assembly's switch.</summary>
    public Type Switch { get; }

    /// <summary>Loads the tests with the mutated assembly in the place of the one beside them.</summary>
    /// <param name="path">The test assembly.</param>
    /// <param name="mutated">The mutated assembly's name and image.</param>
    /// <param name="isUsed">Which test classes to run, by full name.</param>
    public static TestSuite Load(string path, (string Name, byte[] Image) mutated, Func<string, bool> isUsed)
    {
        // Tests find their files beside the test assembly.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(path) + Path.DirectorySeparatorChar);
        var context = new AssemblyLoadContext("tests");
        var rules = context.LoadFromStream(new MemoryStream(mutated.Image));
        context.Resolving += (_, name) =>
            Path.Combine(Path.GetDirectoryName(path)!, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;

        var cases = context.LoadFromAssemblyPath(path).GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && isUsed(type.FullName!))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal).SelectMany(method => CasesOf(type, method)))
            .ToList();
        return new TestSuite(cases, rules.GetType("MutantSwitch")!);
    }

    private static IEnumerable<TestCase> CasesOf(Type type, MethodInfo method)
    {
        var attributes = method.GetCustomAttributes(inherit: true);
        if (attributes.Any(attribute => attribute.GetType().FullName == "Xunit.TheoryAttribute"))
            return attributes.SelectMany(attribute => RowsOf(attribute, method)).Select(row => new TestCase(type, method, row));
        return attributes.Any(attribute => attribute.GetType().FullName == "Xunit.FactAttribute") ? [new TestCase(type, method, [])] : [];
    }

    /// <summary>The rows of a data attribute; it and its rows are of the test's xUnit, so by name.</summary>
    private static IEnumerable<object?[]> RowsOf(object attribute, MethodInfo method)
    {
        if (attribute.GetType().GetMethod("GetData") is not { } getData)
            return [];
        var tracker = Activator.CreateInstance(getData.GetParameters()[1].ParameterType);
        var pending = getData.Invoke(attribute, [method, tracker])!;
        var task = (Task)pending.GetType().GetMethod("AsTask")!.Invoke(pending, null)!;
        var rows = (System.Collections.IEnumerable)task.GetType().GetProperty("Result")!.GetValue(task)!;
        var get = attribute.GetType().Assembly.GetTypes().Concat(rows.GetType().GetGenericArguments())
            .Concat(rows.Cast<object>().Take(1).SelectMany(row => row.GetType().GetInterfaces()))
            .First(type => type.Name == "ITheoryDataRow").GetMethod("GetData")!;
        return rows.Cast<object>().Select(row => (object?[])get.Invoke(row, null)!).ToList();
    }
}

/// <summary>One test, with its arguments.</summary>
internal sealed record TestCase(Type Class, MethodInfo Method, object?[] Arguments)
{
    /// <summary>Runs it; the exception by which it failed, or null.</summary>
    public Exception? Run()
    {
        try
        {
            var parameters = Method.GetParameters();
            var arguments = parameters.Select((parameter, i) => i < Arguments.Length ? Arguments[i] : parameter.DefaultValue).ToArray();
            var instance = Method.IsStatic ? null : Activator.CreateInstance(Class);
            using (instance as IDisposable)
            {
                if (Method.Invoke(instance, arguments) is Task task)
                    task.GetAwaiter().GetResult();
            }

            return null;
        }
        catch (TargetInvocationException failed)
        {
            return failed.InnerException;
        }
        catch (Exception failed)
        {
            return failed;
        }
    }

    public override string ToString() => $"{Class.Name}.{Method.Name}({string.Join(", ", Arguments)})";
}
