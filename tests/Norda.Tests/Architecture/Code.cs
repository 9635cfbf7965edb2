using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Norda.Tests.Architecture;

/// <summary>Compiled code as the rules see it. The planted offenders are read by the same eyes as the application.</summary>
public sealed class Code
{
    public static readonly Code App = new(typeof(Program).Assembly.Location, "Norda");
    public static readonly Code Planted = new(typeof(Code).Assembly.Location, "Norda.Tests.Architecture.Planted");

    private readonly string root;

    private Code(string assembly, string root)
    {
        this.root = root;
        Types = [.. ModuleDefinition.ReadModule(assembly, new ReaderParameters { ReadSymbols = true }).GetAllTypes()
            .Where(t => FullNamespace(t).StartsWith(root, StringComparison.Ordinal) || IsView(t) || Outermost(t).Namespace.Length == 0)];
        Entities = [.. EntitiesWithParts()];
    }

    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>Full names of the types that have a table, and of the parts stored in it.</summary>
    public HashSet<string> Entities { get; }

    public IEnumerable<MethodDefinition> Methods => Types.SelectMany(t => t.Methods).Where(m => m.HasBody);

    /// <summary>Features, Data, Platform; null for Program and for what is not of this code.</summary>
    public string? LayerOf(TypeReference type) => IsView(type) ? "Features" : Segment(type, 0);

    /// <summary>A view has its path in its name, whatever its namespace: Features_Home_Errors_Error.</summary>
    public string? FeatureOf(TypeReference type) => IsView(type)
        ? Outermost(type).Name.Split('_') is ["Features", { Length: > 0 } feature, ..] ? feature : null
        : Segment(type, 0) == "Features" ? Segment(type, 1) : null;

    /// <summary>Everything that a type names: in its shape and in the bodies of its methods.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        var bodies = type.Methods.Where(m => m.HasBody).Select(m => m.Body).ToList();
        return type.Fields.Select(f => f.FieldType)
            .Concat(type.Interfaces.Select(i => i.InterfaceType))
            .Concat(type.CustomAttributes.Select(a => a.AttributeType))
            .Concat(type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(bodies.SelectMany(b => b.Variables).Select(v => v.VariableType))
            .Concat(bodies.SelectMany(b => b.ExceptionHandlers).Select(h => h.CatchType))
            .Concat(bodies.SelectMany(b => b.Instructions).SelectMany(i => Named(i.Operand)))
            .Append(type.BaseType)
            .SelectMany(Parts);
    }

    public static IEnumerable<MethodReference> Calls(MethodDefinition method) => method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>();

    /// <summary>The name a reader knows: that of the type in the source, not of the compiler's inner ones.</summary>
    public static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    /// <summary>Lines from the first statement to the last; null for what has no lines of its own (generated, fields' initial values).</summary>
    public static int? Lines(MethodDefinition method)
    {
        if (method.IsConstructor)
            return null;
        var points = method.DebugInformation.SequencePoints.Where(p => !p.IsHidden).ToList();
        return points.Count == 0 ? null : points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1;
    }

    public static bool IsView(TypeReference type) => Outermost(type).Name.StartsWith("Features_", StringComparison.Ordinal);

    private static string FullNamespace(TypeReference type) => Outermost(type).Namespace;

    private string? Segment(TypeReference type, int place)
    {
        var name = FullNamespace(type);
        if (!name.StartsWith(root + ".", StringComparison.Ordinal))
            return null;
        var segments = name[(root.Length + 1)..].Split('.');
        return segments.Length > place ? segments[place] : null;
    }

    private IEnumerable<string> EntitiesWithParts()
    {
        var mapped = from type in Types
                     from i in type.Interfaces
                     where i.InterfaceType is GenericInstanceType { ElementType.Name: "IEntityTypeConfiguration`1" }
                     select ((GenericInstanceType)i.InterfaceType).GenericArguments[0].FullName;
        var entities = mapped.ToHashSet(StringComparer.Ordinal);
        var parts = from type in Types
                    where entities.Contains(type.FullName)
                    from property in type.Properties
                    let part = Types.FirstOrDefault(t => t.FullName == property.PropertyType.FullName)
                    where part is { IsEnum: false }
                    select part.FullName;
        return entities.Union(parts.ToList());
    }

    private static IEnumerable<TypeReference> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => method.GenericArguments.Append(method.DeclaringType).Append(method.ReturnType),
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
