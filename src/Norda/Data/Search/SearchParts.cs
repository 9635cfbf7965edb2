using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

public static class SearchParts
{
    public static void AddSearchParts(this IServiceCollection services)
    {
        services.AddSingleton<Stemmer>();
        services.AddSingleton<IndexSize>();
        services.AddScoped<Speller>();
    }
}
