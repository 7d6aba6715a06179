package io.tapedeck.transcript;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Whisper is known to hear in silence, since those who make subtitles write it there. */
final class SilencePhrases {
    /** Words of the longest. */
    static final int LONGEST = 10;

    /** In lower case, letters and digits only. */
    private static final Set<String> PHRASES = Stream.of(
                    "you",
                    "bye",
                    "bye bye",
                    "okay",
                    "thank you",
                    "thank you very much",
                    "thank you so much",
                    "thank you for watching",
                    "thank you so much for watching",
                    "thanks for watching",
                    "thanks for watching and see you next time",
                    "thanks for watching dont forget to like and subscribe",
                    "thanks for listening",
                    "thank you for listening",
                    "please subscribe",
                    "please subscribe to my channel",
                    "please like and subscribe",
                    "like and subscribe",
                    "dont forget to subscribe",
                    "see you next time",
                    "see you in the next video",
                    "ill see you in the next video",
                    "ill see you next time",
                    "well be right back",
                    "the end",
                    "subtitles by the amaraorg community",
                    "transcribed by httpsotterai",
                    "transcription by castingwords",
                    "untertitel der amaraorg community",
                    "untertitel im auftrag des zdf für funk 2017",
                    "untertitelung aufgrund der amaraorg community",
                    "untertitelung des zdf 2020",
                    "vielen dank",
                    "vielen dank fürs zuschauen",
                    "bis zum nächsten mal",
                    "soustitres réalisés para la communauté damaraorg",
                    "soustitres réalisés par la communauté damaraorg",
                    "merci davoir regardé cette vidéo",
                    "merci",
                    "subtítulos realizados por la comunidad de amaraorg",
                    "subtítulos por la comunidad de amaraorg",
                    "gracias por ver el video",
                    "gracias",
                    "suscríbete al canal",
                    "legendas pela comunidade amaraorg",
                    "obrigado",
                    "sottotitoli creati dalla comunità amaraorg",
                    "sottotitoli e revisione a cura di qtss",
                    "grazie",
                    "ondertiteld door de amaraorg gemeenschap",
                    "ondertitels ingediend door de amaraorg gemeenschap",
                    "napisy stworzone przez społeczność amaraorg",
                    "продолжение следует",
                    "субтитры сделал dimatorzok",
                    "спасибо за просмотр",
                    "ご視聴ありがとうございました",
                    "시청해주셔서 감사합니다",
                    "请不吝点赞订阅转发打赏支持明镜与点点栏目")
            .map(phrase -> phrase.replace(" ", ""))
            .collect(Collectors.toUnmodifiableSet());

    private SilencePhrases() {}

    /** @param text in lower case, letters and digits only, without spaces */
    static boolean contains(String text) {
        return PHRASES.contains(text);
    }
}
