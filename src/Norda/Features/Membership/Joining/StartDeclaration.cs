using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The tax number opens a declaration: what the directory or else the register of VAT taxpayers knows of the firm is filled in.</summary>
public class StartDeclaration(AppDb db, Me me, DeclarationDrafts drafts, VatRegister register, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>The secret of the draft, or why there is none.</returns>
    public async Task<(string? Secret, Outcome Outcome)> Run(string? typed, bool byOffice, CancellationToken cancel)
    {
        if (byOffice && !me.IsOffice)
            return (null, Outcome.Refuse(texts["To może zrobić tylko biuro izby."]));
        if (!Nip.TryParse(typed, out var nip))
            return (null, Outcome.Refuse(Nip.FaultOf(typed) is { } fault && !string.IsNullOrWhiteSpace(typed) ? fault.In(texts) + "." : texts["Wpisz NIP firmy: 10 cyfr."], "Nip"));
        if (await RefusalOf(nip, cancel) is { } refusal)
            return (null, Outcome.Refuse(refusal, "Nip"));
        var data = new DeclarationData { Nip = nip, Firm = await Known(nip, byOffice, cancel) };
        if (!byOffice && me.IsSignedIn)
            (data.Person.Name, data.Person.Email) = (me.Name, me.Email);
        return (await drafts.Begin(data, byOffice, cancel), Outcome.Done);
    }

    /// <summary>Why this firm cannot declare now; null when it can.</summary>
    public async Task<string?> RefusalOf(string nip, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.Set<Member>().AnyAsync(m => m.Company.Nip == nip && (m.Until == null || m.Until >= today), cancel))
            return texts["Ta firma jest już w izbie. Jeśli nie masz do niej dostępu, załóż konto i poproś o dołączenie."];
        if (await db.Set<Declaration>().AnyAsync(d => d.Nip == nip && Declaration.Open.Contains(d.Status), cancel))
            return texts["Deklaracja tej firmy już do nas dotarła. Link do jej stanu jest w wiadomości e-mail, którą wtedy wysłaliśmy."];
        return null;
    }

    /// <summary>From the directory; a visitor gets what everyone sees there.</summary>
    private async Task<FirmPart> Known(string nip, bool byOffice, CancellationToken cancel)
    {
        var firm = await db.Companies.AsNoTracking().Where(c => c.Nip == nip && (byOffice || c.Status == CompanyStatus.Active))
            .Select(c => new { c.Name, c.LegalName, c.Regon, c.Krs, c.Address, c.Email, c.Phone, c.Website, c.FieldVisibility }).SingleOrDefaultAsync(cancel);
        if (firm is null)
            return await register.Find(nip, cancel) ?? new FirmPart();
        string? Shown(string field, string? value) => byOffice || firm.FieldVisibility.GetValueOrDefault(field, Visibility.Everyone) == Visibility.Everyone ? value : null;
        return new FirmPart
        {
            Name = firm.Name, LegalName = firm.LegalName, Regon = firm.Regon, Krs = firm.Krs, Street = firm.Address.Street, Building = firm.Address.Building, Unit = firm.Address.Unit,
            PostalCode = firm.Address.PostalCode, Town = firm.Address.Town, Email = Shown("email", firm.Email), Phone = Shown("phone", firm.Phone), Website = Shown("website", firm.Website),
        };
    }
}
