using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Merit.Diagnostics;

namespace Merit.Scripting.Guards;

/// <summary>Finds the line of a script from which something forbidden came, by the symbols the compiler wrote beside the assembly.</summary>
internal static class Violation
{
    /// <summary>The first line whose instructions name something forbidden; the bare path where none does.</summary>
    public static Place PlaceOf(CompiledAssembly script, string own)
    {
        using var file = new PEReader((ImmutableArray<byte>)[.. script.Image]);
        using var symbols = MetadataReaderProvider.FromPortablePdbImage([.. script.Symbols]);
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.MethodDefinitions)
        {
            if (Offset(file, reader, handle, own) is { } offset && Line(symbols.GetMetadataReader(), handle, offset) is { } line)
            {
                return new Place(script.Path, line);
            }
        }

        return new Place(script.Path);
    }

    private static int? Offset(PEReader file, MetadataReader reader, MethodDefinitionHandle handle, string own)
    {
        var instructions = MetadataGuard.Body(file, reader, handle);
        while (instructions.MoveNext())
        {
            if (MetadataGuard.IsRefused(instructions.Code) || MetadataGuard.Refused(reader, instructions.Token, own) is not null)
            {
                return instructions.Offset;
            }
        }

        return null;
    }

    private static int? Line(MetadataReader symbols, MethodDefinitionHandle method, int offset)
    {
        int? line = null;
        foreach (var point in symbols.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.Offset > offset)
            {
                break;
            }

            line = point.IsHidden ? line : point.StartLine;
        }

        return line;
    }
}
