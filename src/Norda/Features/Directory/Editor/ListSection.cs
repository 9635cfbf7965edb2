using Norda.Data;

namespace Norda.Features.Directory.Editor;

/// <summary>An entry of a list as the editor shows it; Badge is a kind of badge and its text.</summary>
public sealed record ListEntry(string Key, string Title, string? Sub, (string Kind, string Text)? Badge, IReadOnlyDictionary<string, string?> Values)
{
    public string Seen => Fingerprint.Of(Values);
}

/// <summary>A page of the editor that holds many entries of one kind: services, certificates, …</summary>
public abstract record ListSection(string Slug, string Title, string Icon, string Lead, string Add, string Change)
{
    public const int Most = 100;

    public abstract IReadOnlyList<FieldShape> Fields { get; }

    /// <summary>What is wrong between fields that are right each by itself: the field and a key of the texts.</summary>
    public Func<IReadOnlyDictionary<string, string?>, (string Field, string Text)?> Between { get; init; } = _ => null;

    public abstract IReadOnlyList<ListEntry> Entries(Company firm, DateOnly today);

    /// <summary>Puts values that were checked into the entry, or into a new one when key is null; false when the entry is not there.</summary>
    public abstract Task<bool> Put(AppDb db, Company firm, string? key, IReadOnlyDictionary<string, string?> values, DateTime now, CancellationToken cancel);

    public abstract bool Remove(AppDb db, Company firm, string key);
}

/// <param name="Rows">The list inside the firm.</param>
/// <param name="KeyOf">What names an entry in an address; never shown.</param>
/// <param name="Make">A new entry with its required values, made when the form was right.</param>
/// <param name="Show">Title, second line and badge.</param>
public sealed record ListSection<T>(
    string Slug, string Title, string Icon, string Lead, string Add, string Change,
    Func<Company, List<T>> Rows, Func<T, string> KeyOf, Func<NewEntry, Task<T>> Make,
    Func<T, DateOnly, (string Title, string? Sub, (string, string)? Badge)> Show, IReadOnlyList<EditorField<T>> Typed) : ListSection(Slug, Title, Icon, Lead, Add, Change) where T : class
{
    /// <summary>Takes the mark of the first entry from the others, such as that of the primary service.</summary>
    public Action<T, T>? Unmark { get; init; }

    public override IReadOnlyList<FieldShape> Fields => Typed;

    public override IReadOnlyList<ListEntry> Entries(Company firm, DateOnly today) => [.. Rows(firm).Select(row => Entry(row, today))];

    public override async Task<bool> Put(AppDb db, Company firm, string? key, IReadOnlyDictionary<string, string?> values, DateTime now, CancellationToken cancel)
    {
        var row = key is null ? null : Rows(firm).Find(r => KeyOf(r) == key);
        if (key is not null && row is null)
            return false;
        if (row is null)
        {
            row = await Make(new NewEntry(db, firm, values, now, cancel));
            Rows(firm).Add(row);
        }

        foreach (var field in Typed.Where(f => !f.OnlyWhenNew))
            field.Set(row, values[field.Key]);
        if (Unmark is not null)
            Rows(firm).Where(other => !ReferenceEquals(other, row)).ToList().ForEach(other => Unmark(row, other));
        return true;
    }

    public override bool Remove(AppDb db, Company firm, string key)
    {
        if (Rows(firm).Find(r => KeyOf(r) == key) is not { } row)
            return false;
        db.Remove(row);
        Rows(firm).Remove(row);
        return true;
    }

    private ListEntry Entry(T row, DateOnly today)
    {
        var (title, sub, badge) = Show(row, today);
        return new ListEntry(KeyOf(row), title, sub, badge, Typed.ToDictionary(f => f.Key, f => f.Get(row), StringComparer.Ordinal));
    }
}

/// <summary>What a new entry is made of.</summary>
public sealed record NewEntry(AppDb Db, Company Firm, IReadOnlyDictionary<string, string?> Values, DateTime Now, CancellationToken Cancel)
{
    public string this[string key] => Values[key] ?? "";
}
