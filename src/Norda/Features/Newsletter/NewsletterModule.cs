using Norda.Data;
using Norda.Features.Mail;
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

    private static Issue Sample => new()
    {
        Subject = "Co słychać w izbie", Intro = "Przed nami dwa spotkania, a na tablicy nowe zlecenia.",
        Items = [new("event:1", "Wydarzenia", "Śniadanie biznesowe: KSeF", "czwartek, 3 grudnia, 8:30", "/wydarzenia/sniadanie"), new("classified:1", "Ogłoszenia", "Szukam tokarza na trzy miesiące", "szukam · Reda", "/ogloszenia/1")],
    };
}
