using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

public sealed class ThanksForm
{
    [Required(ErrorMessage = "Wpisz kwotę, na przykład 12 500,00.")]
    public string Amount { get; set; } = "";

    [StringLength(IntroductionMap.LongestNote, ErrorMessage = "Kilka słów ma do 500 znaków.")]
    public string? Note { get; set; }

    public int? Introduction { get; set; }
    public Guid Once { get; set; } = Guid.NewGuid();
}

/// <summary>Thanks another firm for business. Once per introduction; the same form sent twice is one.</summary>
public class GiveThanks(AppDb db, Me me, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostPerDay = 20;

    public async Task<Outcome> Run(int from, int to, ThanksForm form, CancellationToken cancel)
    {
        if (me.Id is not { } author || !me.SpokenFor().Contains(from))
            return Outcome.Refuse(texts["Za interes dziękuje ktoś, kto prowadzi profil firmy."]);
        if (me.BelongsTo(to))
            return Outcome.Refuse(texts["Swojej firmie nie trzeba dziękować."]);
        if (Money(form.Amount) is not { } amount)
            return Outcome.Refuse(texts["Wpisz kwotę od 1,00 do 9 999 999,99 zł, na przykład 12 500,00."], "Form.Amount");
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        if (await db.Set<BusinessThanks>().CountAsync(t => t.FromCompanyId == from && t.CreatedAt > yesterday && t.Once != form.Once, cancel) >= MostPerDay)
            return Outcome.Refuse(texts["W ciągu doby można podziękować {0} razy. Wróć jutro.", MostPerDay]);
        var introduction = await Between(form.Introduction, from, to, author, cancel);
        var name = await db.Companies.Where(c => c.Id == from).Select(c => c.Name).SingleAsync(cancel);
        db.Add(new BusinessThanks { FromCompanyId = from, ToCompanyId = to, AuthorId = author, IntroductionId = introduction, Amount = amount, Note = PlainText.Line(form.Note), CreatedAt = now, Once = form.Once });
        // The sum stays on the sheet: letters lie about.
        await notifier.TellAll(db.Set<CompanyUser>().Where(p => p.CompanyId == to && p.Status == CompanyUserStatus.Approved && p.Role >= CompanyRole.Editor).Select(p => p.UserId),
            new Notice(CooperationNotices.Thanked, $"thanks:{form.Once:N}", texts["{0} dziękuje za interes", name], "/moja-firma/korzysci"), cancel);
        return await Save(author, form.Once, cancel);
    }

    private async Task<Outcome> Save(int author, Guid once, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return await db.Set<BusinessThanks>().AnyAsync(t => t.AuthorId == author && t.Once == once, cancel) ? Outcome.Done : Outcome.Refuse(texts["Za tę współpracę Twoja firma już podziękowała."]);
        }
    }

    /// <summary>Null unless the two firms met by it.</summary>
    private async Task<int?> Between(int? id, int from, int to, int author, CancellationToken cancel) => id is null ? null : await db.Set<Introduction>().AgreedBetween(author, [from])
        .Where(i => i.Id == id && (i.CompanyId == from && i.Classified.CompanyId == to || i.CompanyId == to && i.Classified.CompanyId == from)).Select(i => (int?)i.Id).SingleOrDefaultAsync(cancel);

    /// <summary>"12 500,00", "12500.5", "12 500 zł"; null for what is no sum between one złoty and the largest.</summary>
    internal static decimal? Money(string? typed)
    {
        var plain = string.Concat((typed ?? "").Replace("zł", "", StringComparison.OrdinalIgnoreCase).Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 1 and <= IntroductionMap.LargestAmount && decimal.Round(amount, 2) == amount ? amount : null;
    }
}
