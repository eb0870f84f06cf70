using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Plugins;
using Merit.Plugins.Attribution;
using Platform = Microsoft.CodeAnalysis.Platform;

namespace Merit.Host.Tests.Plugins;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LoadedPlugins Load() => PluginLoader.Load(_folder.BuiltIn, _folder.Workspace);

    // Beside a good plugin: whatever is wrong with one must not harm the other.
    private Diagnostic Finding(DiagnosticRule rule, string file)
    {
        _folder.Add("zz-good", PluginFolder.Rule("good"));
        var loaded = Load();
        var finding = Assert.Single(loaded.Diagnostics);
        Assert.Same(rule, finding.Rule);
        Assert.Equal(new Place(file), finding.At);
        Assert.Contains(file, finding.Message, StringComparison.Ordinal);
        Assert.Equal("good", Assert.Single(loaded.Catalog.Entries).Id);
        return finding;
    }

    private static double Weight(PluginEntry entry) =>
        Assert.IsType<Constant>(PluginCatalog.MakeRule(entry, new NoOptions()).Weigh(new Touch())).Value;

    [Fact]
    public void Plugins_load_from_folders_and_single_files_of_both_places()
    {
        _folder.AddBuiltIn("Shipped", PluginFolder.Rule("one"));
        _folder.Add("own", PluginFolder.Plugin("""add.Rule<NoOptions>("two", _ => new Fixed(2)); add.Scoring<NoOptions>("two", _ => new Nothing());"""));
        PluginFolder.Compile(Path.Combine(_folder.Workspace, "plugins", "single.dll"), PluginFolder.Rule("three"), []);
        var (catalog, diagnostics) = Load();

        Assert.Empty(diagnostics);
        Assert.Equal(
            [
                (PluginKind.Rule, "one", "2.5.0-beta", "built-in"),
                (PluginKind.Rule, "two", "2.5.0-beta", "plugins/own/own.dll"),
                (PluginKind.Scoring, "two", "2.5.0-beta", "plugins/own/own.dll"),
                (PluginKind.Rule, "three", "2.5.0-beta", "plugins/single.dll"),
            ],
            catalog.Entries.Select(e => (e.Kind, e.Id, e.Version, e.Origin)));
        Assert.Equal(2, Weight(catalog.Model("two") ?? throw new InvalidOperationException()));
        Assert.NotNull(catalog.Scoring("two"));
        Assert.Null(catalog.Connector("two"));
    }

    [Fact]
    public void No_folder_means_no_plugins()
    {
        var (catalog, diagnostics) = Load();
        Assert.Empty(catalog.Entries);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void The_built_in_rules_load_as_any_plugin()
    {
        var shipped = typeof(RulesPlugin).Assembly.Location;
        var name = Path.GetFileNameWithoutExtension(shipped);
        Directory.CreateDirectory(Path.Combine(_folder.BuiltIn, name));
        File.Copy(shipped, Path.Combine(_folder.BuiltIn, name, name + ".dll"));
        var (catalog, diagnostics) = Load();

        Assert.Empty(diagnostics);
        Assert.Equal("first last last-non-direct last-paid linear u-shaped j-shaped inverse-j time-decay w-shaped full-path custom participation", string.Join(' ', catalog.Entries.Select(e => e.Id)));
        Assert.NotEqual(typeof(UShapedOptions), catalog.Model("u-shaped")?.Options);
        Assert.Equal(nameof(UShapedOptions), catalog.Model("u-shaped")?.Options.Name);
    }

    [Fact]
    public void Two_plugins_use_two_versions_of_one_library()
    {
        foreach (var version in new[] { 1, 2 })
        {
            var library = PluginFolder.Compile(
                Path.Combine(_folder.Workspace, "plugins", $"p{version}", "Shared.Library.dll"),
                $$"""[assembly: System.Reflection.AssemblyVersion("{{version}}.0.0.0")] public static class Library { public static double Number() => {{version}}; }""",
                []);
            _folder.Add($"p{version}", PluginFolder.Plugin($"add.Rule<NoOptions>(\"r{version}\", _ => new Fixed(Library.Number()));"), library);
        }

        var (catalog, diagnostics) = Load();
        Assert.Empty(diagnostics);
        Assert.Equal([1, 2], catalog.Entries.Select(Weight));
    }

    [Fact]
    public void A_contract_too_old_is_refused_before_the_assembly_is_loaded()
    {
        _folder.Add("old", PluginFolder.Rule("x", contract: Contract.Oldest - 1));
        Finding(PluginRules.TooOld, "plugins/old/old.dll");
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == "old");
    }

    [Fact]
    public void A_contract_too_new_is_refused()
    {
        _folder.Add("new", PluginFolder.Rule("x", contract: Contract.Version + 1));
        Finding(PluginRules.TooNew, "plugins/new/new.dll");
    }

    [Fact]
    public void An_assembly_that_is_no_plugin_is_said_to_be_none()
    {
        _folder.Add("library", "public class C;");
        Finding(PluginRules.NoEntry, "plugins/library/library.dll");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ, but no assembly")]
    [InlineData("just text")]
    public void A_file_that_is_no_assembly_is_said_to_be_none(string content)
    {
        _folder.Write("plugins/text.dll", content);
        Finding(PluginRules.NotAnAssembly, "plugins/text.dll");
    }

    [Fact]
    public void A_truncated_assembly_is_no_assembly()
    {
        var file = _folder.Add("cut", PluginFolder.Rule("x"));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..700]);
        Finding(PluginRules.NotAnAssembly, "plugins/cut/cut.dll");
    }

    [Fact]
    public void An_assembly_for_another_kind_of_machine_cannot_be_loaded()
    {
        PluginFolder.Compile(Path.Combine(_folder.Workspace, "plugins", "x86", "x86.dll"), PluginFolder.Rule("x"), [], Platform.X86);
        Finding(PluginRules.Unloadable, "plugins/x86/x86.dll");
    }

    [Theory]
    [InlineData("throw new System.InvalidOperationException(\"no luck\");", "")]
    [InlineData("", "public Entry() => throw new System.InvalidOperationException(\"no luck\");")]
    [InlineData("add.Rule<NoOptions>(\"half\", _ => new Fixed(1)); throw new System.InvalidOperationException(\"no luck\");", "")]
    public void A_plugin_that_throws_while_it_registers_offers_nothing(string body, string members)
    {
        _folder.Add("thrower", PluginFolder.Plugin(body, members: members));
        var finding = Finding(PluginRules.RegisterFailed, "plugins/thrower/thrower.dll");
        Assert.Contains("no luck", finding.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_dependency_is_named()
    {
        var library = PluginFolder.Compile(Path.Combine(_folder.Workspace, "elsewhere", "Some.Library.dll"), "public class Library;", []);
        _folder.Add("lonely", PluginFolder.Plugin("add.Rule<NoOptions>(\"x\", _ => new Fixed(new Library().GetHashCode()));"), library);
        var finding = Finding(PluginRules.MissingDependency, "plugins/lonely/lonely.dll");
        Assert.Contains("Some.Library", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_dependency_of_a_dependency_is_named()
    {
        var far = PluginFolder.Compile(Path.Combine(_folder.Workspace, "elsewhere", "Far.Library.dll"), "public class Far;", []);
        var near = PluginFolder.Compile(
            Path.Combine(_folder.Workspace, "plugins", "lonely", "Near.Library.dll"), "public static class Near { public static string Name() => typeof(Far).Name; }", [far]);
        _folder.Add("lonely", PluginFolder.Plugin("add.Rule<NoOptions>(Near.Name(), _ => new Fixed(1));"), near);
        var finding = Finding(PluginRules.MissingDependency, "plugins/lonely/lonely.dll");
        Assert.Contains("Far.Library", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hosts_own_libraries_are_not_lent_out()
    {
        var hosts = typeof(YamlDotNet.Core.IParser).Assembly.Location;
        _folder.Add("borrower", PluginFolder.Plugin("add.Rule<NoOptions>(typeof(YamlDotNet.Core.IParser).Name, _ => new Fixed(1));"), hosts);
        var finding = Finding(PluginRules.MissingDependency, "plugins/borrower/borrower.dll");
        Assert.Contains("YamlDotNet", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Other;", "does not implement IPlugin")]
    [InlineData("public abstract class Other : Merit.Plugins.IPlugin { public abstract void Register(Merit.Plugins.IRegistry add); }", "is abstract")]
    [InlineData("public class Other(int x) : Merit.Plugins.IPlugin { public void Register(Merit.Plugins.IRegistry add) => _ = x; }", "has no public constructor without parameters")]
    [InlineData("public class Other : Merit.Plugins.IPlugin { private Other() { } public void Register(Merit.Plugins.IRegistry add) { } }", "has no public constructor without parameters")]
    public void An_entry_type_that_cannot_be_used_is_explained(string type, string why)
    {
        _folder.Add("odd", "[assembly: Merit.Plugins.MeritPlugin(typeof(Other), 1)] " + type);
        var finding = Finding(PluginRules.BadEntry, "plugins/odd/odd.dll");
        Assert.Contains($"Other of plugins/odd/odd.dll {why}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Time-Decay")]
    [InlineData("time_decay")]
    [InlineData("-x")]
    [InlineData("x-")]
    [InlineData("1st")]
    [InlineData("")]
    [InlineData("x\\n")]
    public void An_id_that_is_none_is_refused(string id)
    {
        _folder.Add("misnamed", PluginFolder.Rule(id));
        Finding(PluginRules.InvalidId, "plugins/misnamed/misnamed.dll");
    }

    [Fact]
    public void An_id_claimed_twice_names_both_and_the_first_one_counts()
    {
        var first = _folder.AddBuiltIn("Shipped", PluginFolder.Rule("linear"));
        _folder.Add("a", PluginFolder.Plugin("""add.Learning<NoOptions>("linear", _ => null); add.Scoring<NoOptions>("linear", _ => new Nothing());"""));
        _folder.Add("b", PluginFolder.Rule("linear"));
        var (catalog, diagnostics) = Load();

        Assert.Equal("plugins/a/a.dll plugins/b/b.dll", string.Join(' ', diagnostics.Select(d => d.At?.File)));
        Assert.All(diagnostics, d =>
        {
            Assert.Same(PluginRules.DuplicateId, d.Rule);
            Assert.Contains(first, d.Message, StringComparison.Ordinal);
            Assert.Contains(d.At?.File ?? "?", d.Message, StringComparison.Ordinal);
        });
        Assert.Equal("built-in", catalog.Model("linear")?.Origin);
        Assert.Equal("plugins/a/a.dll", catalog.Scoring("linear")?.Origin);
    }

    [Fact]
    public void A_plugin_that_claims_an_id_twice_is_told_so()
    {
        _folder.Add("twice", PluginFolder.Plugin("""for (var i = 0; i < 2; i++) { var n = i; add.Rule<NoOptions>("good", _ => new Fixed(n)); }"""));
        Assert.Same(PluginRules.DuplicateId, Assert.Single(Load().Diagnostics).Rule);
    }

    [Fact]
    public void A_workspace_plugin_replaces_the_built_in_one_of_its_name()
    {
        _folder.AddBuiltIn("Rules", PluginFolder.Rule("linear"));
        _folder.Add("Rules", PluginFolder.Rule("linear"));
        var (catalog, diagnostics) = Load();
        Assert.Empty(diagnostics);
        Assert.Equal("plugins/Rules/Rules.dll", Assert.Single(catalog.Entries).Origin);
    }

    [Fact]
    public void A_folder_without_its_assembly_is_a_warning()
    {
        _folder.Write("plugins/sources/sources.csproj", "<Project/>");
        _folder.Write("plugins/.hidden/x.txt", "");
        var finding = Finding(PluginRules.EmptyFolder, "plugins/sources");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("sources.dll", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_list_of_dependencies_is_no_crash()
    {
        _folder.Add("broken", PluginFolder.Rule("x"));
        _folder.Write("plugins/broken/broken.deps.json", "{ not json");
        Finding(PluginRules.Unloadable, "plugins/broken/broken.dll");
    }

    [Fact]
    public void What_a_plugin_throws_when_it_is_made_is_about_its_options()
    {
        _folder.Add("picky", PluginFolder.Plugin("""add.Rule<NoOptions>("picky", _ => throw new System.ArgumentException("No.", "options"));"""));
        var entry = Load().Catalog.Model("picky");
        var failure = Assert.Throws<MeritException>(() => PluginCatalog.MakeRule(Assert.IsType<PluginEntry>(entry), new NoOptions(), new Place("merit.yaml", 3, 5)));
        var finding = Assert.Single(failure.Diagnostics);
        Assert.Equal("The attribution model `picky` (plugins/picky/picky.dll) does not work with these options: No.", finding.Message);
        Assert.Equal(new Place("merit.yaml", 3, 5), finding.At);
    }
}
