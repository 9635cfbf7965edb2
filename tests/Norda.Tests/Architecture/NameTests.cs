using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Norda.Tests.Architecture;

public partial class NameTests
{
    /// <summary>Names that are allowed in spite of their ending, each with its reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Service"] = "what a firm offers: the table services of the source schema",
        ["CompanyService"] = "a service of a firm: the table company_services of the source schema",
    };

    [Fact]
    public void Types_are_named_after_what_they_are() => Rule.Holds(Empty(Code.App));

    [Fact]
    public void Nothing_is_async_void() => Rule.Holds(Unawaited(Code.App));

    [Fact]
    public void A_planted_empty_name_is_seen() => Assert.Equal(["EventDto", "EventManager"], Empty(Code.Planted));

    [Fact]
    public void A_planted_async_void_is_seen() => Assert.Equal(["Vandal.Forget"], Unawaited(Code.Planted));

    private static List<string> Empty(Code code) =>
        [.. code.Types.Where(t => !t.Name.StartsWith('<') && EmptyEnding().IsMatch(t.Name) && !Allowed.ContainsKey(t.Name) && t.BaseType?.Name != "TagHelper").Select(t => t.Name).Order()];

    /// <summary>A caller can neither await such a method nor see it fail.</summary>
    private static List<string> Unawaited(Code code) =>
        [.. code.Methods.Where(m => m.ReturnType.MetadataType == MetadataType.Void && m.CustomAttributes.Any(a => a.AttributeType.Name == "AsyncStateMachineAttribute"))
            .Select(m => $"{Code.Outermost(m.DeclaringType).Name}.{m.Name}").Order()];

    [GeneratedRegex("(Service|Manager|Helper|Dto|Util|Utils|Utilities|Repository|Impl|Base)(`[0-9])?$")]
    private static partial Regex EmptyEnding();
}
