using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>The chamber's categories and services by folded name; a name that is not there yet is added.</summary>
internal sealed class ListNames
{
    private readonly AppDb db;
    private readonly Dictionary<string, int> categories;
    private readonly Dictionary<string, int> services;
    private readonly Dictionary<int, string> categoryNames;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> categorySlugs;
    private readonly HashSet<string> serviceSlugs;

    private ListNames(AppDb db, List<Category> categories, List<Service> services)
    {
        this.db = db;
        this.categories = categories.DistinctBy(c => Headings.Fold(c.Name)).ToDictionary(c => Headings.Fold(c.Name), c => c.Id);
        this.services = services.DistinctBy(s => Headings.Fold(s.Name)).ToDictionary(s => Headings.Fold(s.Name), s => s.Id);
        categoryNames = categories.ToDictionary(c => c.Id, c => c.Name);
        categorySlugs = [.. categories.Select(c => c.Slug)];
        serviceSlugs = [.. services.Select(s => s.Slug)];
    }

    public List<(int Id, string Name)> NewCategories { get; } = [];
    public List<(int Id, string Name)> NewServices { get; } = [];

    public static async Task<ListNames> Load(AppDb db, CancellationToken cancel) =>
        new(db, await db.Categories.AsNoTracking().ToListAsync(cancel), await db.Services.AsNoTracking().ToListAsync(cancel));

    /// <summary>Adds the categories and services of these rows that are not there yet.</summary>
    public async Task Add(IEnumerable<CompanyRow> rows, CancellationToken cancel)
    {
        var addedCategories = new Dictionary<string, Category>(StringComparer.Ordinal);
        var addedServices = new Dictionary<string, Service>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Category is { } category && Key(category) is var key && !categories.ContainsKey(key) && !addedCategories.ContainsKey(key))
                addedCategories.Add(key, new Category { Name = category, Slug = Free(category, "branza", categorySlugs), SortOrder = categories.Count + addedCategories.Count });
            foreach (var service in row.Services)
                if (Key(service) is var fold && !services.ContainsKey(fold) && !addedServices.ContainsKey(fold))
                    addedServices.Add(fold, new Service { Name = service, Slug = Free(service, "usluga", serviceSlugs) });
        }

        if (addedCategories.Count + addedServices.Count == 0)
            return;
        db.Categories.AddRange(addedCategories.Values);
        db.Services.AddRange(addedServices.Values);
        await db.SaveChangesAsync(cancel);
        foreach (var (key, category) in addedCategories)
        {
            categories.Add(key, category.Id);
            categoryNames.Add(category.Id, category.Name);
            NewCategories.Add((category.Id, category.Name));
        }

        foreach (var (key, service) in addedServices)
        {
            services.Add(key, service.Id);
            NewServices.Add((service.Id, service.Name));
        }
    }

    public int Category(string name) => categories[Key(name)];

    public int Service(string name) => services[Key(name)];

    /// <summary>A value as people read it: the name of a category instead of its number.</summary>
    public string Show(FirmField field, string? value) =>
        value is null ? "—"
        : field == FirmField.Category ? categoryNames.GetValueOrDefault(int.Parse(value, CultureInfo.InvariantCulture), value)
        : field == FirmField.LegalForm ? LegalForm.Display(value)
        : field == FirmField.Nip ? Nip.Display(value)
        : field == FirmField.Phone && Phone.TryParse(value, out var phone) ? phone.Display
        : value;

    /// <summary>A file says the same few names over and over: each is folded once.</summary>
    private string Key(string name) => keys.TryGetValue(name, out var key) ? key : keys[name] = Headings.Fold(name);

    private static string Free(string name, string otherwise, HashSet<string> taken)
    {
        var slug = Slug.Free(Slug.From(name) is { Length: > 0 } own ? own : otherwise, taken.Contains);
        taken.Add(slug);
        return slug;
    }
}
