namespace Norda.Features.Directory.Import;

/// <summary>What one row did to one firm, field by field.</summary>
internal sealed record FirmChange(FirmField Field, string? Old, string? New);

/// <summary>Puts a row into a firm: an empty cell erases nothing, an earlier row of the same file is not contradicted.</summary>
internal sealed class FirmMerge(CompanyRow row, FirmDraft draft, ListNames names, DateTime now)
{
    private readonly Company firm = draft.Firm;
    private readonly List<string> additions = [];

    public List<FirmChange> Changes { get; } = [];
    public List<CompanyService> AddedServices { get; } = [];
    public List<CompanyContact> AddedContacts { get; } = [];
    public bool IsEmpty => Changes.Count == 0 && AddedServices.Count == 0 && AddedContacts.Count == 0;

    public void Run()
    {
        foreach (var value in row.Values)
            Put(value);
        Put(new FieldValue(FirmField.LegalForm, row.Parts.LegalForm, IsHint: !row.ByNip));
        if (row.Category is { } category)
            Put(new FieldValue(FirmField.Category, $"{names.Category(category)}"));
        foreach (var name in row.Services)
            Offer(name, names.Service(name));
        foreach (var contact in row.Contacts)
            Reach(contact);
    }

    private void Offer(string name, int service)
    {
        if (firm.Services.Exists(had => had.ServiceId == service))
            return;
        AddedServices.Add(new CompanyService { CompanyId = draft.Id, ServiceId = service, IsPrimary = firm.Services.Count == 0, AddedAt = now });
        firm.Services.Add(AddedServices[^1]);
        additions.Add($"usługi: + {name}");
    }

    private void Reach(FirmContact contact)
    {
        if (firm.Contacts.Exists(had => had.ContactType == contact.Type && had.Value == contact.Value))
            return;
        AddedContacts.Add(new CompanyContact { CompanyId = draft.Id, ContactType = contact.Type, Value = contact.Value, Source = "import", SourceDate = DateOnly.FromDateTime(now) });
        firm.Contacts.Add(AddedContacts[^1]);
        additions.Add($"kontakty: + {contact.Value}");
    }

    /// <summary>One line for each field: "telefon: 58 672 00 00 → 601 200 374".</summary>
    public IEnumerable<string> Describe() =>
        Changes.Select(c => $"{c.Field.Label}: {names.Show(c.Field, c.Old)} → {names.Show(c.Field, c.New)}").Concat(additions);

    private void Put(FieldValue given)
    {
        var (field, value) = (given.Field, given.Value);
        var old = field.Get(firm);
        if (old == value || (value is null && !given.MayErase) || (given.IsHint && old is not null))
            return;
        // Found by its name: "Orlen Spółka Akcyjna" is another spelling of ORLEN S.A., not a correction.
        if (field == FirmField.Name && !row.ByNip && !row.IsNew)
            return;
        if (row.EarlierLine > 0 && old is not null)
        {
            row.Remarks.Add($"{field.Label}: zostaje „{names.Show(field, old)}”, o tej firmie mówi już wiersz {row.EarlierLine}");
            return;
        }

        field.Set(firm, value);
        Changes.Add(new FirmChange(field, old, value));
    }
}
