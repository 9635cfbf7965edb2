using Norda.Data;
using Norda.Features.Files;
using Norda.Features.News.Reading;
using Norda.Features.News.Writing;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.News;

public static class NewsModule
{
    public static void AddNews(this WebApplicationBuilder builder)
    {
        NewsShelf.Add(builder);
        builder.Services.AddScoped<SaveNews>().AddScoped<TellOfNews>().AddSingleton(TellOfNews.Published).AddScoped<WithdrawNews>().AddScoped<PinNews>();
        builder.Services.AddSingleton<IFileUse, PicturesOfNews>().AddScoped<ISearchSource, FindNews>().AddScoped<INewsletterSource, NewsInNewsletter>().AddScoped<IFreshDatabase, DemoNews>();
        builder.Services.AddSingleton(new StartPanel(typeof(LatestNews), 20));
        builder.Services.AddSingleton(new NavItem("Aktualności", "/aktualnosci", "news", 25));
        builder.Services.AddSingleton(new NavItem("Aktualności izby", "/biuro/aktualnosci", "news", 116) { Group = "Biuro izby", Requires = (Resource.News, Act.Change) });
        builder.Services.AddSingleton(new SitePage("Aktualności", "/aktualnosci", "nowości,komunikaty,rss,co słychać"));
        builder.Services.AddSingleton(new SiteAction("Napisz aktualność izby", "/biuro/aktualnosci/nowa", "news", "komunikat,wiadomość dla wszystkich,dodaj aktualność", 45) { Adds = true, Requires = (Resource.News, Act.Change) });
        builder.Services.AddSingleton(new SitemapPart(services =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            return services.GetRequiredService<AppDb>().Set<NewsPost>().Published(now).OrderByDescending(n => n.Id).Take(SitemapPart.Most).Select(n => new SitemapEntry("/aktualnosci/", n.Slug, n.UpdatedAt));
        }));
    }
}

/// <summary>Pictures that news show.</summary>
public sealed class PicturesOfNews : IFileUse
{
    public IQueryable<string> Files(AppDb db) => db.Set<NewsPost>().Where(n => n.PictureId != null).Select(n => n.PictureId!);
}
