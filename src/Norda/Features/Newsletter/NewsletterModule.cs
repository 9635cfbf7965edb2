using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Mail.Previews;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Newsletter;

public static class NewsletterModule
{
    public static void AddNewsletter(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadOffers>().AddScoped<SaveIssue>().AddScoped<SendTestIssue>().AddScoped<StartIssue>().AddScoped<WorkIssues>().AddScoped<StopNewsletter>();
        builder.Services.AddSingleton<NewsletterStopLink>().AddSingleton(NewsletterNotices.Sent).AddScoped<IFreshDatabase, DemoIssue>();
        builder.Services.AddSingleton(new NavItem("Newsletter", "/biuro/newsletter", "mail", 117) { Group = "Biuro izby", Requires = (Resource.Newsletter, Act.Change) });
        builder.Services.AddSingleton(new SiteAction("Ułóż newsletter", "/biuro/newsletter/nowy", "mail", "mailing,list do członków", 90) { Requires = (Resource.Newsletter, Act.Change) });
        builder.Services.AddSingleton(new LetterPreview("Newsletter", texts => IssueLetter.Of(texts, Sample, LetterPreview.Anna, "1:1", LetterPreview.Origin, LetterPreview.Origin + "/newsletter/rezygnacja/" + LetterPreview.Secret)));
    }

    public static void MapNewsletter(this WebApplication app) => app.MapGet("/biuro/newsletter/{id:int}/list.html", Draw).Requires(Resource.Newsletter, Act.Change).ExcludeFromDescription();

    private static Issue Sample => new()
    {
        Subject = "Co słychać w izbie", Intro = "Przed nami dwa spotkania, a na tablicy nowe zlecenia.",
        Items = [new("event:1", "Wydarzenia", "Śniadanie biznesowe: KSeF", "czwartek, 3 grudnia, 8:30", "/wydarzenia/sniadanie"), new("classified:1", "Ogłoszenia", "Szukam tokarza na trzy miesiące", "szukam · Reda", "/ogloszenia/1")],
    };

    /// <summary>The letter as a mail program draws it.</summary>
    private static async Task<IResult> Draw(int id, HttpContext http, AppDb db, IOptions<ChamberOptions> chamber, IOptions<SiteOptions> site, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        await db.Set<Issue>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is { } issue
            ? LetterFrame.Draw(http, IssueLetter.Of(texts, issue, new Reader(null, "", null), "", site.Value.Origin, site.Value.Origin + "/"), chamber.Value, texts)
            : Results.NotFound();
}
