using System.Collections.Frozen;

namespace Norda.Platform.Access;

public enum Resource { Directory, Search, Page, Preference, Asset, Health, Documentation, Kit }

public enum Act { Read, Change }

public enum Role { Visitor }

/// <summary>Who may do what: the one table that the policies and the tests read. What does not stand here is denied.</summary>
public static class AccessTable
{
    public static readonly FrozenDictionary<(Resource Resource, Act Act), Role[]> Rules = new Dictionary<(Resource, Act), Role[]>
    {
        [(Resource.Directory, Act.Read)] = [Role.Visitor],
        [(Resource.Search, Act.Read)] = [Role.Visitor],
        [(Resource.Page, Act.Read)] = [Role.Visitor],
        [(Resource.Preference, Act.Change)] = [Role.Visitor],
        [(Resource.Asset, Act.Read)] = [Role.Visitor],
        [(Resource.Health, Act.Read)] = [Role.Visitor],
        [(Resource.Documentation, Act.Read)] = [Role.Visitor],
        [(Resource.Kit, Act.Read)] = [Role.Visitor],
    }.ToFrozenDictionary();
}
