package io.tapedeck.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {
    @Test
    void whoIsLikelierSpeaks() {
        assertThat(new Runs(3, 0).likeliest(likelihoods("aaaaabbbbb"))).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    }

    @Test
    void nobodySpeaksForAMomentOnly() {
        assertThat(new Runs(3, 0).likeliest(likelihoods("aaaabaaaa"))).containsOnly(0);
    }

    @Test
    void aChangeMustBeWorthIt() {
        assertThat(new Runs(1, 10).likeliest(likelihoods("aaaabbbaaaa"))).containsOnly(0);
    }

    @Test
    void oneSpeakerSpeaksAllTheTime() {
        assertThat(new Runs(3, 0).likeliest(new double[][] {{-1, -2, -3}})).containsOnly(0);
    }

    private static double[][] likelihoods(String likelier) {
        var likelihoods = new double[2][likelier.length()];
        for (int i = 0; i < likelier.length(); i++) {
            likelihoods[likelier.charAt(i) == 'a' ? 1 : 0][i] = -1;
        }
        return likelihoods;
    }
}
