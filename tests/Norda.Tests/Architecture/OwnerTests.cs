using Mono.Cecil;

namespace Norda.Tests.Architecture;

/// <summary>Anyone may read the entities of features below; only their own feature changes them.</summary>
public class OwnerTests
{
    private static readonly string[] Changing = ["Add", "AddAsync", "AddRange", "AddRangeAsync", "Attach", "AttachRange", "Update", "UpdateRange", "Remove", "RemoveRange", "RemoveAll", "RemoveAt", "Clear", "Insert"];
    private static readonly string[] Sweeping = ["ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync"];

    [Fact]
    public void Only_the_owner_changes_an_entity() => Rule.Holds(Trespasses(Code.App));

    [Fact]
    public void Planted_trespasses_are_seen() => Assert.Equal(
        ["Forum: Event.ExecuteDeleteAsync in Vandal", "Forum: Event.Remove in Vandal", "Forum: Event.Title in Vandal", "Forum: Guest.Add in Vandal", "Forum: Venue.Town in Vandal"],
        Trespasses(Code.Planted));

    private static List<string> Trespasses(Code code) =>
        [.. (from method in code.Methods
             let feature = code.FeatureOf(method.DeclaringType)
             where feature is not null
             from change in Code.Calls(method).SelectMany(ChangeOf)
             where code.Entities.Contains(change.Entity.FullName) && code.FeatureOf(change.Entity) != feature
             select $"{feature}: {change.Entity.Name}.{change.How} in {Code.Outermost(method.DeclaringType).Name}").Distinct().Order()];

    /// <summary>A property that is set, a row put into or taken out of a set or a list, an update of many rows.</summary>
    private static IEnumerable<(TypeReference Entity, string How)> ChangeOf(MethodReference call) => call switch
    {
        { Name: ['s', 'e', 't', '_', .. var property] } => [(call.DeclaringType, property)],
        GenericInstanceMethod many when Sweeping.Contains(call.Name) => many.GenericArguments.Select(entity => (entity, call.Name)),
        GenericInstanceMethod { DeclaringType.Name: "DbContext" } one when Changing.Contains(call.Name) => one.GenericArguments.Select(entity => (entity, call.Name)),
        { DeclaringType: GenericInstanceType { ElementType.Name: "DbSet`1" or "List`1" or "ICollection`1" or "IList`1" } set } when Changing.Contains(call.Name) => [(set.GenericArguments[0], call.Name)],
        _ => [],
    };
}
