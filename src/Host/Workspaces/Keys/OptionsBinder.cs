using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Workspaces.Keys;

/// <summary>The keys of a plugin's options, read off their class, and the options made from their values.</summary>
internal sealed class OptionsBinder
{
    private readonly Type _type;
    private readonly IReadOnlyList<(PropertyInfo Property, OptionKey Key)> _options;

    public OptionsBinder(Type type)
    {
        _type = type;
        _options = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p is { CanWrite: true, SetMethod.IsPublic: true } && p.GetIndexParameters().Length == 0)
            .Select(p => (p, new OptionKey(SnakeCase(p.Name), OptionShapes.For(p.PropertyType), p.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "An option of the plugin.")
            {
                Required = p.IsDefined(typeof(RequiredAttribute)),
            }))];
    }

    public IEnumerable<Key> Keys => _options.Select(o => o.Key);

    /// <summary>The options; what their attributes forbid is among the findings.</summary>
    public object Bind(KeyValues values, Findings findings)
    {
        var options = Activator.CreateInstance(_type) ?? throw new InvalidOperationException($"{_type} cannot be made.");
        foreach (var (property, key) in _options)
        {
            if (values.FindObject(key) is not { } value)
            {
                continue;
            }

            property.SetValue(options, value);
            foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>().Where(a => !a.IsValid(value)))
            {
                findings.Add(
                    WorkspaceRules.RefusedOption, values.At(key), key.Name, values.Written(key), attribute.FormatErrorMessage(key.Name).TrimEnd('.'));
            }
        }

        return options;
    }

    /// <summary><c>HalfLife</c> → <c>half_life</c>; an abbreviation is one word.</summary>
    public static string SnakeCase(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            result.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
