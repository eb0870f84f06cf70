using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Bindings;

/// <summary>Everything DuckDB.NET.Data names in the two stand-ins is there, under the identity and the signature it names.</summary>
public sealed class ReferenceTests : IDisposable
{
    private static readonly string[] StandIns = ["DuckDB.NET.Bindings", "Apache.Arrow"];

    private readonly Module module = typeof(DuckDBConnection).Module;
    private readonly PEReader file = new(File.OpenRead(typeof(DuckDBConnection).Assembly.Location));
    private readonly MetadataReader metadata;

    public ReferenceTests() => metadata = file.GetMetadataReader();

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("DuckDB.NET.Bindings", "1d0aa5325e915c3b")]
    [InlineData("Apache.Arrow", "204f54e5a45c07df")]
    public void The_stand_in_has_the_identity_that_is_referenced(string name, string token)
    {
        var demanded = typeof(DuckDBConnection).Assembly.GetReferencedAssemblies().Single(reference => reference.Name == name);
        var given = Assembly.Load(demanded).GetName();

        Assert.Equal(demanded.FullName, given.FullName);
        Assert.Equal(token, Convert.ToHexStringLower(given.GetPublicKeyToken() ?? []));
    }

    [Fact]
    public void Every_type_reference_resolves()
    {
        var references = metadata.TypeReferences
            .Where(handle => StandIns.Contains(AssemblyOf(handle), StringComparer.Ordinal))
            .Select(handle => MetadataTokens(handle))
            .ToList();

        Assert.True(references.Count > 60, $"only {references.Count} references found");
        Assert.Empty(Unresolved(references, token => module.ResolveType(token)));
    }

    [Fact]
    public void Every_member_reference_resolves_with_its_signature()
    {
        var references = metadata.MemberReferences
            .Where(handle => metadata.GetMemberReference(handle).Parent is { Kind: HandleKind.TypeReference } parent
                && StandIns.Contains(AssemblyOf((TypeReferenceHandle)parent), StringComparer.Ordinal))
            .Select(handle => MetadataTokens(handle))
            .ToList();

        Assert.True(references.Count > 200, $"only {references.Count} references found");
        Assert.Empty(Unresolved(references, token => module.ResolveMember(token)));
    }

    [Fact]
    public void Every_type_loads() => Assert.NotEmpty(typeof(DuckDBConnection).Assembly.GetTypes());

    [Fact]
    public void Every_method_that_is_not_generic_compiles()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = typeof(DuckDBConnection).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            .Where(method => !method.IsAbstract && !method.ContainsGenericParameters && !method.MethodImplementationFlags.HasFlag(MethodImplAttributes.Runtime))
            .ToList();

        Assert.True(methods.Count > 500, $"only {methods.Count} methods found");
        Assert.All(methods, method => RuntimeHelpers.PrepareMethod(method.MethodHandle));
    }

    private static List<string> Unresolved(IEnumerable<int> tokens, Func<int, MemberInfo?> resolve)
    {
        var missing = new List<string>();
        foreach (var token in tokens)
        {
            try
            {
                Assert.NotNull(resolve(token));
            }
            catch (Exception problem) when (problem is MissingMemberException or TypeLoadException or BadImageFormatException)
            {
                missing.Add(problem.Message);
            }
        }

        return missing;
    }

    private static int MetadataTokens(EntityHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);

    private string AssemblyOf(TypeReferenceHandle handle)
    {
        EntityHandle scope = handle;
        while (scope.Kind == HandleKind.TypeReference)
        {
            scope = metadata.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        return scope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            : "";
    }
}
