using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>Telephones and addresses that serve one purpose; without a purpose, those of one type.</summary>
public sealed record ContactGroup(string? Purpose, IReadOnlyList<ContactLine> Lines)
{
    /// <summary>The firm's main telephone and address stand in the list even when nobody entered them as contacts.</summary>
    public static IReadOnlyList<ContactGroup> Of(CompanyView firm)
    {
        var lines = firm.Contacts.Select(c => (c.Purpose, Line: ContactLine.Of(c.Type, c.Value))).ToList();
        Add(lines, "email", firm.Email);
        Add(lines, "phone", firm.Phone);
        return [.. lines.GroupBy(l => l.Purpose ?? l.Line.Type, l => l, (_, group) => new ContactGroup(group.First().Purpose, [.. group.Select(l => l.Line).Distinct()]))];
    }

    private static void Add(List<(string?, ContactLine Line)> lines, string type, string? value)
    {
        if (value is { Length: > 0 } && ContactLine.Of(type, value) is var line && !lines.Exists(l => l.Line.Text == line.Text))
            lines.Insert(0, (null, line));
    }
}

/// <summary>How a contact is shown and what a click on it does; a fax, and what cannot be read, is text alone.</summary>
public sealed record ContactLine(string Type, string Text, string? Href)
{
    public bool IsPhone => Type is "phone" or "mobile";

    public static ContactLine Of(string type, string value) => type switch
    {
        "email" => new(type, value, CompanyLinks.Mail(value)),
        "phone" or "mobile" => Phone.TryParse(value, out var phone) ? new(type, phone.Display, phone.Href) : new(type, value, null),
        "fax" => new(type, Phone.TryParse(value, out var fax) ? fax.Display : value, null),
        _ => new(type, value, null),
    };
}
